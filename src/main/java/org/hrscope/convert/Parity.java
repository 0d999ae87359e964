package org.hrscope.convert;

/// Deviation of one value of a model from its reference.
///
/// @param largestDifference max |value - reference|
/// @param largestReference  max |reference|
public record Parity(String name, double largestDifference, double largestReference) {

    /// max |difference| / max |reference|; the absolute difference if the reference is all zero.
    public double relative() {
        return largestReference == 0 ? largestDifference : largestDifference / largestReference;
    }
}
