"""Who is heard in which article, with how much room and which verbs."""
