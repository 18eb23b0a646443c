"""Fine-tuning of the judge's language model."""
