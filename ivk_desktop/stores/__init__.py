"""Observable state: Qt models and signals over backends. QtCore and QtGui only, no widgets."""
