package org.hrscope.ui.lessons;

import java.util.List;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.TallPane;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.markdown.MarkdownView;
import org.hrscope.ui.markdown.TermPopOver;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The open lesson: one step at a time, its question at the end, and the buttons back and forth. FX thread.
final class LessonView extends BorderPane {
    static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final LessonsViewModel model;
    private final Texts texts;
    private final Label place = Styled.as(new Label(), "muted");
    private final Label title = Styled.as(new Label(), "panel-title");
    private final Label heading = Styled.as(new Label(), "lesson-heading");
    private final MarkdownView words = new MarkdownView();
    private final QuestionView question;
    private final StackPane exhibits = new StackPane();
    private final VBox content;
    private final TallPane scroll;
    private final HBox dots = Styled.as(new HBox(), "lesson-dots");
    private final Button back;
    private final Button next = Styled.as(new Button(), "primary");
    private final Button bundled;
    private final Button size = Styled.as(new Button(), "primary");
    private final Label tried = Styled.as(new Label(), "muted");
    private final VBox trying;

    /// From an answer until the learner scrolls, presses a key or goes to another step.
    private boolean revealing;

    LessonView(LessonsViewModel model, Controls controls, Texts texts, TermPopOver terms) {
        this.model = model;
        this.texts = texts;
        question = new QuestionView(model, texts);
        words.setOnLink(terms::show);
        // First, because only visible nodes accept keyboard focus.
        visibleProperty().bind(model.lessonProperty().isNotNull());
        getStyleClass().add("lesson");
        title.setWrapText(true);
        heading.setWrapText(true);
        bundled = new TextButton(texts, "lesson.bundled", model::useBundled, "primary");
        back = new TextButton(texts, "lesson.back", model::back);
        ProgressBar endless = Styled.as(new ProgressBar(-1), "slim-bar");
        endless.setMaxWidth(Double.MAX_VALUE);
        trying = new VBox(Paragraph.of(tried), endless);
        trying.getStyleClass().add("lesson-trying");
        size.setOnAction(event -> model.offered().ifPresent(this::useSize));
        place.setMinWidth(USE_PREF_SIZE);
        HBox lesson =
                new HBox(
                        controls.button(MaterialDesignA.ARROW_LEFT, "lesson.all", model::leave),
                        place,
                        title);
        lesson.getStyleClass().add("lesson-place");
        content = new VBox(words, bundled, size, trying, question, exhibits);
        content.getStyleClass().add("lesson-content");
        VBox.setVgrow(exhibits, Priority.ALWAYS);
        scroll = new TallPane(content);
        scroll.setFocusTraversable(false);
        // Above what scrolls: however long an answer is, it stays clear what was asked.
        setTop(Styled.as(new VBox(lesson, heading), "lesson-head"));
        setCenter(scroll);
        setBottom(foot());
        Changes.of(
                this::show,
                model.lessonProperty(),
                model.stepProperty(),
                model.predictionProperty(),
                texts.languageProperty());
        Changes.of(this::move, model.verdictProperty());
        Changes.of(this::answered, model.verdictProperty());
        // Whoever reads on, or back, is left there.
        for (EventType<? extends Event> own :
                List.of(ScrollEvent.ANY, MouseEvent.MOUSE_PRESSED, KeyEvent.KEY_PRESSED)) {
            scroll.addEventFilter(own, event -> revealing = false);
        }
        exhibits.getChildren().subscribe(this::revealReply);
        // It grows when its figures arrive, and what the answer shows elsewhere may take from the
        // room here.
        Changes.of(this::revealReply, exhibits.heightProperty());
        Changes.of(
                () -> new FxThread().later(this::revealReply),
                scroll.viewportBoundsProperty().map(Bounds::getHeight));
    }

    StackPane exhibits() {
        return exhibits;
    }

    private HBox foot() {
        next.setOnAction(event -> model.next());
        HBox.setHgrow(dots, Priority.ALWAYS);
        return Styled.as(new HBox(back, dots, next), "lesson-foot");
    }

    private void show() {
        Lesson lesson = model.lessonProperty().get();
        if (lesson == null) return;
        place.setText(texts.get("lesson.of", model.number(lesson), Course.NAMES.size()));
        title.setText(model.title(lesson));
        if (lesson.possible()) {
            LessonText text = model.text(lesson);
            LessonText.Step section = text.steps().get(model.stepProperty().get());
            heading.setText(section.heading());
            words.show(section.body());
            question.show(section, model.options(section));
        } else {
            heading.setText(texts.get("lesson.needs.short"));
            words.show(texts.get("lesson.needs"));
        }
        Presence.show(bundled, !lesson.possible());
        offer();
        Prediction.Kind awaited = model.awaited().orElse(null);
        Presence.show(question, model.asking());
        Presence.show(trying, awaited != null);
        if (awaited != null) tried.setText(texts.get(Texts.key("lesson.trying.", awaited)));
        // The path to be cut is not known yet.
        Presence.show(words, awaited != Prediction.Kind.MOVES);
        revealing = false;
        scroll.hide(0);
        move();
        // Restores keyboard focus: the node that had it may be gone.
        if (model.asking() && !model.settled()) question.takeKeys();
        else next.requestFocus();
    }

    private void answered() {
        revealing = model.verdictProperty().get() != null;
        // A disabled option would pass the focus on to what the answer brought, which scrolls
        // there.
        if (model.settled()) next.requestFocus();
        revealReply();
    }

    /// Chosen, feedback and what the right answer brought: as much of them as fits.
    private void revealReply() {
        if (!revealing) return;
        applyCss();
        layout();
        double room = scroll.getViewportBounds().getHeight();
        double chosen = ReplyPlace.topOf(content, question.chosen());
        double reply = ReplyPlace.footOf(content, question.reply());
        boolean brought = model.settled() && !exhibits.getChildren().isEmpty();
        List<Double> ends =
                brought ? List.of(ReplyPlace.footOf(content, exhibits), reply) : List.of(reply);
        scroll.hide(
                ReplyPlace.top(ReplyPlace.starts(content), chosen, ends, room, scroll.hidden()));
    }

    private void offer() {
        OptionalInt width = model.offered();
        Presence.show(size, width.isPresent());
        size.setDisable(false);
        width.ifPresent(c -> size.setText(texts.get("grown.show." + c)));
    }

    /// It takes seconds; the list of jobs shows how far it is.
    private void useSize(int width) {
        size.setText(texts.get("lesson.size.making", width));
        size.setDisable(true);
        model.useSize(width);
    }

    /// The buttons currently at the foot.
    private void move() {
        Lesson lesson = model.lessonProperty().get();
        if (lesson == null) return;
        int at = model.stepProperty().get();
        back.setDisable(at == 0);
        boolean waits = model.awaited().isPresent();
        String onward = model.atTheEnd() ? "lesson.done" : waits ? "lesson.skip" : "lesson.next";
        next.setText(texts.get(onward));
        next.setDisable(!lesson.possible() || (model.atTheEnd() && !model.settled()));
        dots.setAccessibleText(texts.get("lesson.step", at + 1, lesson.steps().size()));
        dots.getChildren().clear();
        for (int i = 0; i < lesson.steps().size(); i++) {
            Region dot = Styled.as(new Region(), "lesson-dot");
            dot.pseudoClassStateChanged(HERE, i == at);
            dot.pseudoClassStateChanged(DONE, i < model.reached(lesson));
            int step = i;
            dot.setOnMouseClicked(event -> model.goTo(step));
            dots.getChildren().add(dot);
        }
    }
}
