package org.hrscope.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The sizes of a tensor, outermost first: NCHW for images and maps, (out, in, kernel, kernel) for convolutions.
public record Shape(List<Integer> sizes) {

    public Shape {
        sizes = List.copyOf(sizes);
        for (int size : sizes) {
            if (size < 0) throw new IllegalArgumentException("a size below zero: " + sizes);
        }
    }

    public static Shape of(int... sizes) {
        List<Integer> list = new ArrayList<>(sizes.length);
        for (int size : sizes) list.add(size);
        return new Shape(list);
    }

    public int rank() {
        return sizes.size();
    }

    public int size(int axis) {
        return sizes.get(axis);
    }

    /// Number of values; 1 for a scalar.
    ///
    /// @throws ArithmeticException if it overflows a long
    public long count() {
        long count = 1;
        for (int size : sizes) count = Math.multiplyExact(count, size);
        return count;
    }

    /// `1x3x256x192`
    @Override
    public String toString() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}
