"""What each command of `crossread` takes and prints, by what a user is about."""
