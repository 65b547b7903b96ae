"""What a certificate takes: days, months, money and the road map, each figure with its document."""
