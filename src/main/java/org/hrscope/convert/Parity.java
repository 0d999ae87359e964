package org.hrscope.convert;

/// How far one value of a model is from its reference.
///
/// @param largestDifference max |value - reference|
/// @param largestReference  max |reference|
public record Parity(String name, double largestDifference, double largestReference) {

    /// max |difference| / max |reference|; the difference itself where the reference is all zero.
    public double relative() {
        return largestReference == 0 ? largestDifference : largestDifference / largestReference;
    }
}
