"""Makes of what somebody types or hands over proposals of answers, and finds the explanation that was asked for."""
