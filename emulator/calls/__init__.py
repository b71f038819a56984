"""What a request asks of AWS, and how AWS refuses one."""
