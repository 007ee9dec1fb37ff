"""LoRA Manager: a queue before an A1111-compatible server, told of over a plain websocket."""
