package org.hrscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Decoder;
import org.hrscope.motion.OneEuro;
import org.hrscope.motion.Smoothing;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.settings.Settings;
import org.hrscope.settings.SettingsStore;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.lessons.LessonProgress;
import org.hrscope.ui.stage.LayersViewModel;
import org.jspecify.annotations.Nullable;

/// Restores the last session's settings to the window, and collects them at its end. FX thread.
record Remembered(Settings settings, SettingsStore store) {
    void apply(Texts texts, Theme theme) {
        String language = settings.language();
        Locale locale = language == null ? Locale.getDefault() : Locale.forLanguageTag(language);
        texts.languageProperty().set(Texts.nearest(locale));
        boolean systemDark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        Boolean dark = settings.dark();
        theme.darkProperty().set(dark == null ? systemDark : dark);
    }

    void apply(LayersViewModel layers) {
        layers.restore(settings.layers());
        layers.heatmapOpacityProperty().set(settings.heatmapOpacity());
        layers.huesProperty().set(settings.heatmapHues());
        layers.byPersonProperty().set(settings.byPerson());
        layers.mirrorProperty().set(settings.mirror());
    }

    EngineSettings engine() {
        Decoder decoder = settings.decoder();
        PersonMode people = settings.people();
        EngineSettings usual = EngineSettings.standard();
        return new EngineSettings(
                decoder == null ? usual.decoder() : decoder,
                settings.flip(),
                people == PersonMode.WHOLE_PICTURE ? people : PersonMode.EVERYONE,
                null,
                1,
                settings.loop(),
                new Smoothing(Smoothing.When.LIVE, filter()));
    }

    private OneEuro filter() {
        Settings.Filter filter = settings.filter();
        return filter == null ? OneEuro.STANDARD : new OneEuro(filter.minCutoff(), filter.beta());
    }

    LessonProgress lessons() {
        List<String> finished = settings.lessons();
        Map<String, Integer> reached = settings.steps();
        return new LessonProgress(
                finished == null ? List.of() : finished, reached == null ? Map.of() : reached);
    }

    @Nullable Path model() {
        String model = settings.model();
        return model == null ? null : Path.of(model);
    }

    @Nullable Path finder() {
        String finder = settings.finder();
        return finder == null ? null : Path.of(finder);
    }

    /// Puts the window where it was, if that is still on a screen, else in the middle of the first; it never reaches
    /// beyond what is visible.
    void place(Stage stage) {
        Settings.Bounds before = settings.window();
        Rectangle2D area = Screen.getPrimary().getVisualBounds();
        if (before != null) {
            List<Screen> screens =
                    Screen.getScreensForRectangle(
                            before.x(), before.y(), before.width(), before.height());
            if (screens.isEmpty()) before = null;
            else area = screens.getFirst().getVisualBounds();
        }
        Rectangle2D place = WindowPlace.in(area, before);
        stage.setMinWidth(Math.min(WindowPlace.LEAST_WIDTH, area.getWidth()));
        stage.setMinHeight(Math.min(WindowPlace.LEAST_HEIGHT, area.getHeight()));
        WindowPlace.put(stage, place);
        stage.setMaximized(before != null && before.maximized());
        TitleBar.keep(stage, place, area.getMinY());
    }

    /// What only the window can tell.
    ///
    /// @param offered whether a larger network was offered
    /// @param hinted  whether the first hints were shown
    record Kept(
            LessonProgress lessons,
            Settings.Side side,
            Settings.Layout layout,
            boolean offered,
            boolean hinted) {}

    void save(Shell shell, ViewModels models, Stage stage, Kept kept) {
        SourceSpec source = models.live().sourceProperty().get();
        // A window that is closed before the first network is open has nothing else to remember.
        boolean opened = models.live().modelFileProperty().get() != null;
        Path model = opened ? models.opener().remembered() : model();
        Path finder = opened ? models.opener().finder().fileProperty().get() : finder();
        LayersViewModel layers = models.look().layers();
        OneEuro filter = models.live().smoothingProperty().get().settings();
        store.save(
                new Settings(
                        shell.texts().language().toLanguageTag(),
                        shell.theme().darkProperty().get(),
                        source == null ? settings.source() : source.text(),
                        model == null ? null : model.toAbsolutePath().toString(),
                        finder == null ? null : finder.toAbsolutePath().toString(),
                        models.live().decoderProperty().get(),
                        models.live().flipProperty().get(),
                        models.live().peopleProperty().get(),
                        models.live().loopProperty().get(),
                        layers.names(),
                        layers.heatmapOpacityProperty().get(),
                        layers.huesProperty().get(),
                        layers.byPersonProperty().get(),
                        layers.mirrorProperty().get(),
                        new Settings.Bounds(
                                stage.getX(),
                                stage.getY(),
                                stage.getWidth(),
                                stage.getHeight(),
                                stage.isMaximized()),
                        models.opener().recent(),
                        kept.lessons().finished(),
                        kept.lessons().reached(),
                        kept.offered(),
                        filter.equals(OneEuro.STANDARD)
                                ? null
                                : new Settings.Filter(filter.minCutoff(), filter.beta()),
                        kept.side(),
                        kept.layout(),
                        kept.hinted(),
                        models.opener().cameras().texts()));
    }
}
