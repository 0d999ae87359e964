package org.hrscope.ui.lessons;

import java.util.ArrayList;
import java.util.List;

/// A window that only writes down what lessons ask of it.
final class RecordedWindow implements LessonWindow {
    final List<List<Wish>> shown = new ArrayList<>();
    int left;
    int bundled;
    int size;

    @Override
    public void show(List<Wish> wishes) {
        shown.add(wishes);
    }

    @Override
    public void leave() {
        left++;
    }

    @Override
    public void useBundled() {
        bundled++;
    }

    @Override
    public void useSize(int width) {
        size = width;
    }
}
