"""What leaves a visit and comes back: links, seals, signatures, messages."""
