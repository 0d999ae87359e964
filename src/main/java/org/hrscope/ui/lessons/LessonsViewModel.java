package org.hrscope.ui.lessons;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
import org.jspecify.annotations.Nullable;

/// Progress through the course: the open lesson, its step, and the answer given. It passes each step's wishes to the
/// window. FX thread.
public final class LessonsViewModel {
    private static final Pattern WHOLE = Pattern.compile("\\d+");

    /// @param option the chosen one, -1 for typed numbers
    /// @param times  attempts since the lesson was opened
    public record Verdict(boolean right, int option, int times) {}

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
    private Map<String, Object> facts = Map.of();

    /// @param finished names of lessons finished in earlier sessions
    public LessonsViewModel(LessonWindow window, Texts texts, List<String> finished) {
        this.window = window;
        this.texts = texts;
        articles = new Articles("lessons", texts);
        Course.NAMES.stream().filter(finished::contains).forEach(this.finished::add);
    }

    /// Switches lessons to this network; an open lesson keeps its step if possible.
    public void subject(Subject subject) {
        Lesson open = lesson.get();
        facts = Facts.of(subject);
        lessons.setAll(new Course(subject).lessons());
        if (open == null) return;
        Lesson now = lessons.get(Course.NAMES.indexOf(open.name()));
        if (!now.equals(open)) {
            lesson.set(now);
            show(now);
        }
    }

    /// In course order; empty before the first network.
    public ObservableList<Lesson> lessons() {
        return seen;
    }

    /// A lesson's text in the current language, with its numbers. Only for possible lessons.
    LessonText text(Lesson of) {
        Map<String, Object> values = new HashMap<>(facts);
        String answer =
                of.answer().stream().map("%,d"::formatted).collect(Collectors.joining(" × "));
        values.put("answer", answer);
        return LessonText.parse(articles.get(of.name(), values));
    }

    String title(Lesson of) {
        return texts.get("lesson.title." + of.name());
    }

    int number(Lesson of) {
        return Course.NAMES.indexOf(of.name()) + 1;
    }

    /// How many of its steps have been seen this time.
    int reached(Lesson of) {
        return reached.getOrDefault(of.name(), 0);
    }

    /// Resumes where it was left; a finished one restarts.
    public void open(Lesson of) {
        // Another lesson may have had more steps.
        step.set(0);
        lesson.set(of);
        boolean again = finished.contains(of.name()) || !of.possible();
        verdict.set(null);
        goTo(again ? 0 : Math.max(0, reached(of) - 1));
    }

    public void next() {
        Lesson open = lesson.get();
        if (open == null) return;
        if (step.get() < open.questionStep()) goTo(step.get() + 1);
        else if (answered()) leave();
    }

    public void back() {
        if (step.get() > 0) goTo(step.get() - 1);
    }

    void goTo(int number) {
        Lesson open = lesson.get();
        if (open == null) return;
        reached.merge(open.name(), Math.min(number + 1, open.steps().size()), Math::max);
        step.set(number);
        show(open);
    }

    private void show(Lesson open) {
        if (!open.possible()) window.leave();
        else if (asking() && answered() && !open.shown().isEmpty()) window.show(open.shown());
        else window.show(open.steps().get(step.get()));
    }

    /// Back to the list; the window is restored.
    public void leave() {
        if (lesson.get() == null) return;
        lesson.set(null);
        window.leave();
    }

    void useBundled() {
        window.useBundled();
    }

    boolean asking() {
        Lesson open = lesson.get();
        return open != null && open.possible() && step.get() == open.questionStep();
    }

    boolean answered() {
        Verdict given = verdict.get();
        return given != null && given.right;
    }

    /// @param typed numbers with any separators: `64 × 64 × 48`, `52,224`, `５２２２４`
    void answer(String typed) {
        Lesson open = lesson.get();
        if (open == null) return;
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        if (open.answer().size() == 1)
            plain = plain.replaceAll("(?<=\\d)[,.'\\s](?=\\d{3}\\b)", "");
        List<String> numbers = WHOLE.matcher(plain).results().map(MatchResult::group).toList();
        List<String> expected = open.answer().stream().map(String::valueOf).toList();
        give(open, numbers.equals(expected), -1);
    }

    void choose(int option) {
        Lesson open = lesson.get();
        if (open != null) give(open, option == text(open).right(), option);
    }

    private void give(Lesson open, boolean right, int option) {
        if (answered()) return;
        Verdict before = verdict.get();
        verdict.set(new Verdict(right, option, before == null ? 1 : before.times + 1));
        if (!right) return;
        finished.add(open.name());
        if (!open.shown().isEmpty()) show(open);
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
