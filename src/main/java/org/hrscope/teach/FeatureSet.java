package org.hrscope.teach;

/// Which of a network's values a joint is read from.
public enum FeatureSet {
    /// what the last convolution is given: C channels in an HRNet
    LAST,
    /// with the coarser branches that the last exchange is given, 15 C channels: finds more with many clicks, may find
    /// less with few
    ALL
}
