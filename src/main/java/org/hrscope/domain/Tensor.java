package org.hrscope.domain;

import java.nio.FloatBuffer;

/// A shape and its values, row-major. The buffer may wrap an array, native memory or a mapped file; it starts at 0
/// and must not be modified.
public record Tensor(Shape shape, FloatBuffer values) {

    public Tensor {
        if (values.capacity() != shape.count()) {
            throw new IllegalArgumentException(values.capacity() + " values are not " + shape);
        }
    }

    public static Tensor of(Shape shape, float... values) {
        return new Tensor(shape, FloatBuffer.wrap(values));
    }

    public float get(int index) {
        return values.get(index);
    }

    /// A copy of the values.
    public float[] toArray() {
        float[] copy = new float[values.capacity()];
        values.get(0, copy);
        return copy;
    }
}
