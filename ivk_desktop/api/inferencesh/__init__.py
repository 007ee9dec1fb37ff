"""inference.sh: hosted apps, each run of one a task with a stream of its own."""
