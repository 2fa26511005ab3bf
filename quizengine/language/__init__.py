"""What the words of an article are, with no opinion about questions: sentences, words, names, quantities."""
