"""The formats of InvokeAI: document, templates, form, graph, batch, results."""
