package org.hrscope.ui.lessons;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.markdown.Articles;
import org.hrscope.ui.markdown.Places;
import org.jspecify.annotations.Nullable;

/// Progress through the course: the open lesson, its step, and the answer given. It passes each step's wishes to the
/// window. FX thread.
public final class LessonsViewModel {
    /// @param option the chosen one, -1 for typed numbers
    /// @param times  attempts since the lesson was opened
    /// @param told   whether the answer was shown on request
    public record Verdict(boolean right, int option, int times, boolean told) {
        /// Whether nothing is left to answer.
        boolean settled() {
            return right || told;
        }
    }

    private final LessonWindow window;
    private final Texts texts;
    private final Articles articles;
    private final ObservableList<Lesson> lessons = FXCollections.observableArrayList();
    private final ObservableList<Lesson> seen = FXCollections.unmodifiableObservableList(lessons);
    private final ObservableSet<String> finished = FXCollections.observableSet();
    private final Map<String, Integer> reached = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Lesson> lesson = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Verdict> verdict = new ReadOnlyObjectWrapper<>();
    private final OpenPrediction prediction;
    private @Nullable Verdict atTheEnd;
    private Map<String, Object> facts = Map.of();

    /// @param before progress made in earlier sessions
    public LessonsViewModel(LessonWindow window, Texts texts, LessonProgress before) {
        this.window = window;
        this.texts = texts;
        articles = new Articles("lessons", texts);
        prediction = new OpenPrediction(window, texts);
        Course.NAMES.stream().filter(before.finished()::contains).forEach(finished::add);
        reached.putAll(before.reached());
        reached.keySet().retainAll(Course.NAMES);
    }

    /// Switches lessons to this network; an open lesson keeps its step if possible.
    public void subject(Subject subject) {
        Lesson open = lesson.get();
        facts = Facts.of(subject);
        prediction.about(subject);
        lessons.setAll(new Course(subject).lessons());
        if (open == null) return;
        Lesson now = lessons.get(Course.NAMES.indexOf(open.name()));
        if (!now.equals(open)) {
            lesson.set(now);
            show(now);
            begin(now);
        }
    }

    /// In course order; empty before the first network.
    public ObservableList<Lesson> lessons() {
        return seen;
    }

    /// A lesson's text in the current language, with its numbers. Only for possible lessons.
    LessonText text(Lesson of) {
        Map<String, Object> values = new HashMap<>(facts);
        String answer = of.answer().stream().map(Places::number).collect(Collectors.joining(" × "));
        values.put("answer", answer);
        values.putAll(prediction.places());
        return LessonText.parse(articles.get(of.name(), values));
    }

    String title(Lesson of) {
        return texts.get("lesson.title." + of.name());
    }

    int number(Lesson of) {
        return Course.NAMES.indexOf(of.name()) + 1;
    }

    /// How many of its steps have been seen.
    int reached(Lesson of) {
        return Math.clamp(reached.getOrDefault(of.name(), 0), 0, of.steps().size());
    }

    /// To be kept for the next session.
    public LessonProgress progress() {
        return new LessonProgress(List.copyOf(finished), reached);
    }

    /// Resumes where it was left; a finished one restarts.
    public void open(Lesson of) {
        // Another lesson may have had more steps.
        step.set(0);
        prediction.begin();
        lesson.set(of);
        boolean again = finished.contains(of.name()) || !of.possible();
        atTheEnd = null;
        goTo(again ? 0 : Math.max(0, reached(of) - 1));
    }

    public void next() {
        Lesson open = lesson.get();
        if (open == null) return;
        if (step.get() < open.questionStep()) goTo(step.get() + 1);
        else if (settled()) leave();
    }

    public void back() {
        if (step.get() > 0) goTo(step.get() - 1);
    }

    void goTo(int number) {
        Lesson open = lesson.get();
        if (open == null) return;
        reached.merge(open.name(), Math.min(number + 1, open.steps().size()), Math::max);
        prediction.forget();
        // What is predicted is tried again on another frame.
        verdict.set(number == open.questionStep() ? atTheEnd : null);
        step.set(number);
        show(open);
        begin(open);
    }

    private void begin(Lesson open) {
        if (!open.possible()) return;
        for (Wish wish : open.steps().get(step.get())) {
            if (!(wish instanceof Wish.Predict(Prediction.Kind kind))) continue;
            LessonText.Step text = text(open).steps().get(step.get());
            if (text.options().isEmpty()) prediction.ask(kind, () -> show(open));
            else prediction.ask(kind, text.right());
        }
    }

    private void show(Lesson open) {
        boolean end = step.get() == open.questionStep();
        if (!open.possible()) window.leave();
        else if (end && settled() && !open.shown().isEmpty()) window.show(filled(open.shown()));
        else window.show(filled(open.steps().get(step.get())));
    }

    private List<Wish> filled(List<Wish> wishes) {
        return prediction.filled(wishes, settled());
    }

    /// Back to the list; the window is restored.
    public void leave() {
        if (lesson.get() == null) return;
        lesson.set(null);
        prediction.forget();
        window.leave();
    }

    void useBundled() {
        window.useBundled();
    }

    /// The size that this step offers to show the network at: C of a published one.
    OptionalInt offered() {
        Lesson open = lesson.get();
        if (open == null || !open.possible()) return OptionalInt.empty();
        for (Wish wish : open.steps().get(step.get())) {
            if (wish instanceof Wish.OfferSize(int width)) return OptionalInt.of(width);
        }
        return OptionalInt.empty();
    }

    void useSize(int width) {
        window.useSize(width);
    }

    /// Whether the open step is the question at the end, or a prediction that can be made now.
    boolean asking() {
        return atTheEnd() || predicting();
    }

    /// What the open step asks to predict while that is being tried.
    Optional<Prediction.Kind> awaited() {
        Lesson open = lesson.get();
        if (open == null || !open.possible() || asking()) return Optional.empty();
        return open.steps().get(step.get()).stream()
                .filter(Wish.Predict.class::isInstance)
                .map(wish -> ((Wish.Predict) wish).kind())
                // The lesson itself knows the answer.
                .filter(kind -> kind != Prediction.Kind.CLICKS)
                .findFirst();
    }

    private boolean predicting() {
        return prediction.madeProperty().get() != null;
    }

    boolean atTheEnd() {
        Lesson open = lesson.get();
        return open != null && open.possible() && step.get() == open.questionStep();
    }

    /// What can be chosen in this step.
    List<String> options(LessonText.Step of) {
        return of.options().isEmpty() ? prediction.options() : of.options();
    }

    /// The prediction to be made; null if the step asks for none, or while it is being tried.
    ReadOnlyObjectProperty<@Nullable Prediction> predictionProperty() {
        return prediction.madeProperty();
    }

    boolean answered() {
        Verdict given = verdict.get();
        return given != null && given.right;
    }

    /// Whether the question was answered, or its answer shown.
    boolean settled() {
        Verdict given = verdict.get();
        return given != null && given.settled();
    }

    /// @param typed see [TypedAnswer]
    void answer(String typed) {
        Lesson open = lesson.get();
        if (open != null) give(open, TypedAnswer.is(typed, open.answer()), -1);
    }

    void choose(int option) {
        Lesson open = lesson.get();
        if (open != null) give(open, option == right(open), option);
    }

    private int right(Lesson open) {
        Prediction made = prediction.madeProperty().get();
        return made == null ? text(open).question().right() : made.right();
    }

    private void give(Lesson open, boolean right, int option) {
        if (settled()) return;
        Verdict before = verdict.get();
        judge(open, new Verdict(right, option, before == null ? 1 : before.times + 1, false));
        if (right && !predicting()) finished.add(open.name());
    }

    private void judge(Lesson open, Verdict given) {
        if (!predicting()) atTheEnd = given;
        verdict.set(given);
        boolean more = predicting() || !open.shown().isEmpty();
        if (given.settled() && more) show(open);
    }

    /// Tells the answer after a wrong one. The lesson does not count as finished: its question waits for another day.
    void showAnswer() {
        Lesson open = lesson.get();
        Verdict wrong = verdict.get();
        if (open == null || wrong == null || wrong.settled()) return;
        judge(open, new Verdict(false, right(open), wrong.times, true));
    }

    /// Names of the lessons whose question was answered, now or in earlier sessions.
    public ObservableSet<String> finished() {
        return finished;
    }

    /// The open lesson; null while the list is shown.
    public ReadOnlyObjectProperty<@Nullable Lesson> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// The last answer; null before the first.
    public ReadOnlyObjectProperty<@Nullable Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }
}
