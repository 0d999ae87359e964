package org.hrscope.domain;

/// What a network is asked about an image.
public enum Task {
    /// The joints of one person, in a crop; black outside the image.
    POSE(0),

    /// Where people are, in the whole image, letterboxed on grey.
    PEOPLE(114),

    /// Where people are, as a list of boxes: the whole image at the top left on grey (YOLOX).
    BOXES(114);

    private final int outside;

    Task(int outside) {
        this.outside = outside;
    }

    /// Grey level, 0..255, outside the image.
    public int outside() {
        return outside;
    }
}
