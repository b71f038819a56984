"""What stands before moto: each request is read, logged, refused where AWS would refuse it, and handed on."""
