"""What two texts have from one another or from a third: shared runs, outlets, credits."""
