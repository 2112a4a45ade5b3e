"""The health trust's CSV sets from SystmOne, each with its manifest."""
