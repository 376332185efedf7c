"""What minutes mean: spaCy components, one per kind of finding, the stages that run them and the command line."""
