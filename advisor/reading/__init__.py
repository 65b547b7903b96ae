"""YAML files become frozen records; every mistake is a line that an editor can mend."""
