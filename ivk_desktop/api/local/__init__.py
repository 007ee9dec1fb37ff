"""What is done here for servers that run one job at a time and keep no queue of their own."""
