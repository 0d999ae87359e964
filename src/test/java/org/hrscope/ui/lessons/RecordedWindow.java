package org.hrscope.ui.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A window that only writes down what lessons ask of it.
final class RecordedWindow implements LessonWindow {
    final List<List<Wish>> shown = new ArrayList<>();
    int left;
    int bundled;
    int size;
    int joint = -1;
    Prediction.@Nullable Kind asked;
    @Nullable Consumer<Prediction> answer;

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

    @Override
    public int bestJoint(int otherwise) {
        return joint < 0 ? otherwise : joint;
    }

    @Override
    public void predict(Prediction.Kind kind, int of, Consumer<Prediction> ready) {
        asked = kind;
        answer = ready;
    }
}
