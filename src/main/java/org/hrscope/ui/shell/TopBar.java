package org.hrscope.ui.shell;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.hrscope.capture.SourceInfo;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.ShrinkingBar;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.meter.MeterView;
import org.hrscope.ui.meter.StepTimes;
import org.hrscope.ui.opening.NetworkChip;
import org.hrscope.ui.opening.SourceMenu;
import org.hrscope.ui.player.DecoderChip;
import org.hrscope.ui.player.PeopleChip;
import org.hrscope.ui.player.SmoothingButton;
import org.hrscope.ui.player.SmoothingViewModel;
import org.hrscope.ui.player.TransportBar;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The bar above the stage. From the left what is chosen, as chips: source with its transport, people, network,
/// decoder; from the right what is done with it: snapshot, playground, keys, theme, language; between them the meter.
/// FX thread.
final class TopBar extends ShrinkingBar implements Part {
    private final Shell shell;
    private final ViewModels models;
    private final SourceMenu sources;
    private final SmoothingButton smoothing;
    private final StepTimes times = new StepTimes();
    private final MeterView meter;
    private final JobsButton running;
    private final HBox tools;

    /// @param help    at the far right
    /// @param network shows the panel of the network in use
    TopBar(
            Shell shell,
            ViewModels models,
            Ways ways,
            StageDock stage,
            Node help,
            Runnable network) {
        this.shell = shell;
        this.models = models;
        Controls controls = shell.controls();
        sources = new SourceMenu(shell, models.live(), models.opener(), ways.cameras());
        smoothing =
                new SmoothingButton(
                        shell,
                        new SmoothingViewModel(
                                models.live().smoothingProperty(), models.live().infoProperty()),
                        stage.view().recent(),
                        models.selection(),
                        models.look().joints().skeletonProperty());
        meter =
                new MeterView(
                        times,
                        shell.texts(),
                        controls,
                        shell.theme(),
                        models.live().planProperty());
        running = new JobsButton(shell);
        PeopleChip people = new PeopleChip(models.live(), models.selection(), shell);
        NetworkChip net =
                new NetworkChip(
                        models.live(),
                        models.network().networkProperty(),
                        shell,
                        ways.library(),
                        network);
        DecoderChip decoder = new DecoderChip(models.live(), shell);
        tools = right(ways, stage, help);
        getStyleClass().add("top-bar");
        getChildren()
                .addAll(
                        sources,
                        divider(),
                        new TransportBar(models.live(), controls),
                        divider(),
                        people,
                        net,
                        decoder,
                        smoothing,
                        new Spacer(),
                        new HBox(running, meter),
                        tools);
        shrinking(decoder, meter, net, sources, people);
        models.selection()
                .openedProperty()
                .subscribe((_, now) -> times.inspecting(now, System.nanoTime()));
    }

    /// Learns how long each frame takes.
    StepTimes times() {
        return times;
    }

    /// Puts a tool before the others at the right end.
    void add(Node tool) {
        tools.getChildren().addFirst(tool);
    }

    private HBox right(Ways ways, StageDock stage, Node help) {
        Controls controls = shell.controls();
        BooleanProperty dark = shell.theme().darkProperty();
        HBox right =
                new HBox(
                        controls.button(
                                MaterialDesignC.CAMERA_IRIS, "snapshot", stage::takeSnapshot),
                        controls.button(MaterialDesignM.MATRIX, "playground", ways.playground()),
                        controls.button(
                                MaterialDesignT.THEME_LIGHT_DARK,
                                "view.theme",
                                () -> dark.set(!dark.get())),
                        language(controls, shell.texts()),
                        help);
        right.getStyleClass().add("bar-group");
        return right;
    }

    @Override
    public void bind(Keys keys) {
        var live = models.live();
        keys.on(KeyCode.SPACE, "transport.play", live::togglePlaying);
        keys.on(KeyCode.LEFT, "transport.back", () -> step(-1));
        keys.on(KeyCode.RIGHT, "transport.on", () -> step(1));
        keys.on(KeyCode.HOME, "transport.start", () -> live.seek(0));
        keys.on(KeyCode.END, "transport.end", live::seekToEnd);
        keys.on(KeyCode.M, "estimate.flip", () -> flip(live.flipProperty()));
        keys.on(KeyCode.S, "smoothing.on", () -> flip(smoothing.model().onProperty()));
        keys.on(KeyCode.S, "smoothing.open", smoothing::toggle, KeyCombination.SHIFT_DOWN);
        keys.on(KeyCode.O, "source.file", sources::chooseFile, KeyCombination.SHORTCUT_DOWN);
        keys.on(
                KeyCode.O,
                "source.folder",
                sources::chooseFolder,
                KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN);
        keys.on(KeyCode.L, "source.address", sources::askAddress, KeyCombination.SHORTCUT_DOWN);
    }

    /// A still image has no other frame; the key is taken all the same, or it would move the focus.
    private void step(int by) {
        SourceInfo info = models.live().infoProperty().get();
        if (info == null || info.frames() != 1) models.live().step(by);
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }

    @Override
    public void pulse() {
        smoothing.pulse();
    }

    @Override
    public void update(long now) {
        running.update();
        meter.update(now);
    }

    private static Region divider() {
        return Styled.as(new Region(), "bar-divider");
    }

    private static MenuButton language(Controls controls, Texts texts) {
        MenuButton menu = Styled.as(new MenuButton(), "icon-button");
        menu.setGraphic(new FontIcon(MaterialDesignW.WEB));
        controls.named(menu, "view.language");
        ToggleGroup group = new ToggleGroup();
        for (Locale language : Texts.LANGUAGES) {
            RadioMenuItem item = new RadioMenuItem(language.getDisplayLanguage(language));
            item.setToggleGroup(group);
            item.setSelected(language.equals(texts.language()));
            item.setOnAction(event -> texts.languageProperty().set(language));
            menu.getItems().add(item);
        }
        return menu;
    }
}
