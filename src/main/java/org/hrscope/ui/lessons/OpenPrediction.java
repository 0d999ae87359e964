package org.hrscope.ui.lessons;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lessons.Wish.Piece;
import org.jspecify.annotations.Nullable;

/// The joint that the open lesson points at, and the prediction that its step asks for, in words. FX thread.
final class OpenPrediction {
    private static final String UNKNOWN = "…";

    private final LessonWindow window;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<@Nullable Prediction> made = new ReadOnlyObjectWrapper<>();
    private @Nullable Skeleton skeleton;
    private int joint;
    private int asked;

    OpenPrediction(LessonWindow window, Texts texts) {
        this.window = window;
        this.texts = texts;
    }

    void about(Subject subject) {
        skeleton = subject.info().skeleton();
        joint = Math.min(joint, skeleton.size() - 1);
        forget();
    }

    /// Another lesson begins: points at the clearest joint of whoever is on stage.
    void begin() {
        joint = window.bestJoint(usual());
    }

    /// A joint that moves a lot, if the skeleton has one.
    private int usual() {
        return skeleton == null ? 0 : Math.max(0, skeleton.joints().indexOf("left_wrist"));
    }

    void forget() {
        asked++;
        made.set(null);
    }

    /// Asks what the lesson itself knows the answer to.
    ///
    /// @param right index of the right option
    void ask(Prediction.Kind kind, int right) {
        forget();
        made.set(Prediction.authored(kind, right));
    }

    /// @param ready called once the window has tried it, unless something else is asked before
    void ask(Prediction.Kind kind, Runnable ready) {
        forget();
        int number = asked;
        window.predict(
                kind,
                joint,
                prediction -> {
                    if (number != asked) return;
                    made.set(prediction);
                    ready.run();
                });
    }

    /// Null until the window has tried it.
    ReadOnlyObjectProperty<@Nullable Prediction> madeProperty() {
        return made.getReadOnlyProperty();
    }

    List<String> options() {
        Prediction of = made.get();
        return of == null ? List.of() : of.options().stream().map(o -> name(of, o)).toList();
    }

    private String name(Prediction of, int option) {
        return of.kind() == Prediction.Kind.SHARES ? resolution(option) : joint(option);
    }

    private String joint(int index) {
        Skeleton known = skeleton;
        return known == null || index >= known.size()
                ? UNKNOWN
                : new JointNames(texts).of(known.joints().get(index));
    }

    private static String resolution(int branch) {
        return "1/" + (4 << branch);
    }

    /// These wishes with the lesson's joint in place of [Wish.Joint#CLEAREST], and with the path that is asked about.
    ///
    /// @param settled whether to show what was to be predicted
    List<Wish> filled(List<Wish> wishes, boolean settled) {
        List<Wish> all = new ArrayList<>();
        for (Wish wish : wishes) {
            boolean clearest =
                    wish instanceof Wish.Joint(int index, boolean _)
                            && index == Wish.Joint.CLEAREST;
            all.add(clearest ? new Wish.Joint(joint, ((Wish.Joint) wish).alone()) : wish);
        }
        Prediction of = made.get();
        if (of == null) return all;
        if (!of.path().isEmpty()) all.add(new Wish.Select(of.path()));
        if (!settled) return all;
        switch (of.kind()) {
            case MOVES -> {
                all.add(new Wish.CutPath(of.path()));
                all.add(new Wish.Exhibit(Piece.EFFECTS));
            }
            case SHARES -> {
                // Folded until now: the map draws them.
                all.removeIf(Wish.FoldMap.class::isInstance);
                all.add(new Wish.Zoom(Set.of()));
                all.add(new Wish.Exhibit(Piece.SHARES));
            }
            // Tried in the next step.
            case CLICKS -> {}
        }
        return all;
    }

    /// Values of the placeholders.
    Map<String, String> places() {
        Map<String, String> places = new HashMap<>();
        places.put("joint", joint(joint));
        Prediction of = made.get();
        String path = of == null ? "" : of.path();
        String[] words = path.split("\\.");
        boolean known = words.length > 2;
        places.put("path", known ? path : UNKNOWN);
        places.put("pathFrom", known ? branch(words[words.length - 1]) : UNKNOWN);
        places.put("pathTo", known ? branch(words[words.length - 2]) : UNKNOWN);
        places.put("outcome", of == null ? UNKNOWN : outcome(of));
        return places;
    }

    private static String branch(String number) {
        return number.matches("[0-3]") ? resolution(Integer.parseInt(number)) : UNKNOWN;
    }

    /// All options with their amounts, the largest first; joints that moved equally far share theirs.
    private String outcome(Prediction of) {
        Comparator<Integer> larger = Comparator.comparingDouble(i -> size(of.amounts().get(i)));
        boolean alone = of.kind() == Prediction.Kind.SHARES;
        Map<String, List<Integer>> equal =
                IntStream.range(0, of.options().size())
                        .boxed()
                        .sorted(larger.reversed())
                        .collect(
                                Collectors.groupingBy(
                                        i -> alone ? i.toString() : amount(of, i),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return equal.values().stream()
                .map(same ->
                        texts.get(
                                key(of, same.getFirst()),
                                names(of, same),
                                amount(of, same.getFirst())))
                .collect(Collectors.joining(texts.get("lesson.outcome.and")));
    }

    private String names(Prediction of, List<Integer> options) {
        return options.stream()
                .map(i -> name(of, of.options().get(i)))
                .collect(Collectors.joining(texts.get("lesson.outcome.names")));
    }

    private static double size(double amount) {
        return Double.isNaN(amount) ? Double.POSITIVE_INFINITY : amount;
    }

    private static String key(Prediction of, int option) {
        if (of.kind() == Prediction.Kind.SHARES) return "lesson.outcome.share";
        return Double.isNaN(of.amounts().get(option))
                ? "lesson.outcome.lost"
                : "lesson.outcome.moved";
    }

    private static String amount(Prediction of, int option) {
        double amount = of.amounts().get(option);
        if (of.kind() == Prediction.Kind.SHARES) {
            long percent = Math.round(100 * amount);
            return percent < 0 ? "−" + -percent : String.valueOf(percent);
        }
        return Texts.format("%.1f", amount);
    }
}
