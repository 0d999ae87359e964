package org.hrscope.ui.shell;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.settings.Settings;
import org.hrscope.ui.apply.ActionSection.Use;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TallPane;
import org.hrscope.ui.explain.ExplainPanel;
import org.hrscope.ui.explain.ExplainViewModel;
import org.hrscope.ui.help.HelpMenu;
import org.hrscope.ui.lessons.LessonProgress;
import org.hrscope.ui.lessons.Wish.Piece;
import org.hrscope.ui.opening.DropSign;
import org.hrscope.ui.opening.Drops;
import org.hrscope.ui.opening.ModelPanel;
import org.hrscope.ui.player.MarkedRange;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Where each part sits. What flows between them is [ViewModels]. To add a part, add it to [#parts]; to add a panel at
/// the right, add a line to [#panels]. FX thread.
final class MainWindow extends BorderPane {
    private final Shell shell;
    private final ViewModels models;
    private final Ways ways;
    private final TeachDock teach;
    private final InteractionDock interaction;
    private final ApplyDock apply;
    private final StageDock stage;
    private final MapDock map;
    private final InspectorDock inspector;
    private final LabDock lab;
    private final RivalDock rival;
    private final LessonDock lessons;
    private final ViewOnFile view;
    private final TakeAway away;
    private final List<Part> parts;
    private final Side side;
    private final HintDock hints;
    private final MapSplit split;
    private final WindowKeys keys;
    private final Pulse pulse;

    MainWindow(Shell shell, ViewModels models, Ways ways, Remembered remembered) {
        this.shell = shell;
        this.models = models;
        this.ways = ways;
        teach = new TeachDock(shell, models, this::onStage);
        stage = new StageDock(shell, models, ways.pictures(), teach.tool());
        map = new MapDock(shell, models, stage.view());
        inspector = new InspectorDock(shell, models, map, stage.view());
        rival = new RivalDock(shell, models, inspector.inspector());
        lab = new LabDock(shell, models, stage.view(), inspector::isFocused, rival.pair());
        ActionDock action = new ActionDock(shell, models, ways.actions());
        AnimationDock animation = new AnimationDock(shell, stage.view());
        lessons =
                new LessonDock(
                        shell,
                        models,
                        new LessonDock.Rooms(
                                map.map(),
                                inspector,
                                lab,
                                teach,
                                stage.tools(),
                                action,
                                Map.of(
                                        Piece.ACTION,
                                        () -> action.section(Use.COUNT),
                                        Piece.OWN_ACTION,
                                        () -> action.section(Use.RECORD),
                                        Piece.INTERACTION,
                                        this::interactionSection,
                                        Piece.ANIMATION,
                                        animation::section),
                                stage.view()::shown),
                        remembered.lessons());
        interaction = new InteractionDock(shell, models, stage.view(), lessons);
        apply = new ApplyDock(shell, action, interaction, animation, () -> side().show("apply"));
        JointsDock joints = new JointsDock(shell, models);
        hints =
                new HintDock(
                        shell,
                        this,
                        stage.view(),
                        map.map(),
                        this::posed,
                        remembered.settings().hinted());
        HelpMenu help = new HelpMenu(shell, this::listKeys, hints::show);
        TopBar bar = new TopBar(shell, models, ways, stage, help, this::showNetwork);
        MarkedRange range = new MarkedRange(models.live().openingsProperty());
        StageDeck deck =
                new StageDeck(shell, models, stage, lessons.overStage(), ways.offer(), range);
        view = new ViewOnFile(models, stage.view(), inspector.inspector(), teach);
        away = new TakeAway(shell, view, map, ways);
        bar.add(away);
        RecordDock record = new RecordDock(shell, models, stage.view(), range, ways.pictures());
        bar.add(record.button());
        deck.addSign(record.button().sign());
        DropSign drop = new DropSign(shell.texts());
        new Drops(models.opener(), drop).on(this);
        deck.addOver(drop);
        StageRow row = new StageRow(deck);
        Presentation presentation = new Presentation(this, row, map.map(), this::sharpen);
        SecondScreen second =
                new SecondScreen(shell, models, stage.view(), SecondScreen::connected);
        away.present(presentation, second);
        parts =
                List.of(
                        presentation,
                        hints,
                        bar,
                        joints,
                        stage,
                        record,
                        second,
                        deck,
                        map,
                        inspector,
                        lab,
                        rival,
                        lessons,
                        teach,
                        apply,
                        action,
                        animation,
                        interaction,
                        away);
        side =
                new Side(
                        row,
                        panels(joints),
                        shell.controls(),
                        shell.texts(),
                        remembered.settings().side());
        inspector.dockIn(row);
        keys = new WindowKeys(shell, models, ways, parts, this);
        pulse = new Pulse(models, parts, stage.view(), bar.times(), shell.notices());
        shell.theme().style(this);
        setTop(bar);
        split =
                new MapSplit(
                        row,
                        map.map(),
                        map.map().openProperty(),
                        inspector.colouring(),
                        remembered.settings().layout());
        setCenter(split);
        setRight(side.rail());
    }

    /// For a lesson; gestures themselves step through lessons.
    private Node interactionSection() {
        return interaction.section();
    }

    private void sharpen(double factor) {
        stage.view().sharpness(factor);
        map.map().canvas().sharpness(factor);
    }

    /// The panels of the right side, from the top of its rail.
    private List<SidePanel> panels(JointsDock joints) {
        return List.of(
                new SidePanel("joints", MaterialDesignH.HUMAN, joints::panel),
                new SidePanel(
                        "decode",
                        MaterialDesignT.TARGET,
                        () -> new TallPane(inspector.decodePanel())),
                new SidePanel(
                        "explain",
                        MaterialDesignB.BOOK_OPEN_PAGE_VARIANT_OUTLINE,
                        this::explainPanel),
                new SidePanel("lessons", MaterialDesignS.SCHOOL_OUTLINE, lessons::panel),
                new SidePanel("cut", MaterialDesignC.CONTENT_CUT, lab::panel),
                new SidePanel("cover", MaterialDesignB.BRUSH, lab::coverPanel),
                new SidePanel(
                        "teach",
                        MaterialDesignC.CURSOR_DEFAULT_CLICK_OUTLINE,
                        () -> teach.panel(() -> stage.tools().choose(teach.tool()))),
                new SidePanel("apply", MaterialDesignR.RUN, apply::panel),
                new SidePanel(
                        "network",
                        MaterialDesignG.GRAPH_OUTLINE,
                        () -> new TallPane(modelPanel())));
    }

    private @Nullable PipelineResult onStage() {
        return stage.view().shown();
    }

    private ExplainPanel explainPanel() {
        Object rounding = new Object();
        ExplainViewModel model =
                new ExplainViewModel(
                        models.network().networkProperty(),
                        models.selection(),
                        models.network().timesProperty(),
                        shell.texts(),
                        (names, glance) -> map.follower().request(rounding, names, glance),
                        new FxThread());
        return new ExplainPanel(model, shell.controls(), shell.texts(), shell.theme());
    }

    private ModelPanel modelPanel() {
        return new ModelPanel(
                models.live(),
                models.opener(),
                models.lab().networkProperty(),
                shell.texts(),
                ways.library(),
                rival.pane());
    }

    private void listKeys() {
        keys.list();
    }

    private void showNetwork() {
        side.show("network");
    }

    void start(Scene scene) {
        keys.attach(scene);
        pulse.start();
        stage.view().requestFocus();
    }

    /// @return whether all threads of its parts have ended
    boolean stop() {
        pulse.stop();
        boolean ended = true;
        // The stage owns what the others show, and comes before them.
        for (Part part : parts.reversed()) ended &= part.end();
        return ended;
    }

    /// Ends the open lesson.
    ///
    /// @return the progress made, also in earlier sessions
    LessonProgress closeLessons() {
        return lessons.close();
    }

    /// What there is to share.
    ViewOnFile view() {
        return view;
    }

    /// What leaves the window.
    TakeAway away() {
        return away;
    }

    /// Height and fold of the map, and the colours of inner values.
    Settings.Layout arrangement() {
        return split.remembered();
    }

    /// Whether the first hints were shown.
    boolean hinted() {
        return hints.seen();
    }

    /// The right side, with its panels.
    Side side() {
        return side;
    }

    /// Whether the stage has received a pose.
    boolean posed() {
        return pulse.posed();
    }
}
