"""The window: widgets, delegates, dialogs. Knows stores, domain, words; never api."""
