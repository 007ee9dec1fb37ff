"""What the demo server remembers: images, boards, models, workflows and the queue."""
