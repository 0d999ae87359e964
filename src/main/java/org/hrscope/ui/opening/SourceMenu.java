package org.hrscope.ui.opening;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.DirectoryChooser;
import org.hrscope.capture.CameraInfo;
import org.hrscope.capture.DemoScene;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Chip;
import org.hrscope.ui.common.FileDialog;
import org.hrscope.ui.common.LineDialog;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.TextItem;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.player.LiveViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// Where frames come from: cameras (searched each time the menu opens), the demo figure, a file, a folder, an
/// address, recent sources. Its label names the current source. FX thread.
public final class SourceMenu extends Chip {
    private final Opener opener;
    private final Texts texts;
    private final Shell shell;
    private final Jobs jobs;
    private final Callable<List<CameraInfo>> cameras;
    private final SamplesView samples;
    private final Menu recentMenu = new Menu();

    public SourceMenu(
            Shell shell, LiveViewModel live, Opener opener, Callable<List<CameraInfo>> cameras) {
        Texts texts = shell.texts();
        StringBinding name =
                texts.of(() -> name(live, texts), live.infoProperty(), live.sourceProperty());
        super(MaterialDesignH.HUMAN_HANDSUP, name, new SimpleStringProperty(""));
        this.opener = opener;
        this.cameras = cameras;
        this.texts = texts;
        this.shell = shell;
        samples = new SamplesView(shell, opener::open);
        jobs = shell.jobs();
        getStyleClass().add("source-menu");
        shell.controls().named(this, texts.of("source.menu", name));
        live.sourceProperty().subscribe((_, now) -> icon(iconOf(now)));
        recentMenu.textProperty().bind(texts.of("source.recent"));
        setOnShowing(event -> rebuild(List.of(), true));
        rebuild(List.of(), false);
    }

    /// The name of the source in use, as shown.
    public static String name(LiveViewModel live, Texts texts) {
        SourceInfo info = live.infoProperty().get();
        if (live.sourceProperty().get() instanceof SourceSpec.Demo(DemoScene scene)) {
            return texts.get(scene == DemoScene.ALL ? "source.demo" : "sample." + scene.id());
        }
        return info == null ? texts.get("source.none") : info.name();
    }

    private static Ikon iconOf(@Nullable SourceSpec spec) {
        return switch (spec) {
            case SourceSpec.Camera camera -> MaterialDesignC.CAMERA;
            case SourceSpec.Video video -> MaterialDesignM.MOVIE_OPEN_OUTLINE;
            case SourceSpec.Picture picture -> MaterialDesignI.IMAGE_OUTLINE;
            case SourceSpec.Folder _, SourceSpec.Pictures _ -> MaterialDesignF.FOLDER_OUTLINE;
            case SourceSpec.Stream stream -> MaterialDesignW.WEB;
            case SourceSpec.Demo demo -> MaterialDesignH.HUMAN_HANDSUP;
            case null -> MaterialDesignH.HUMAN_HANDSUP;
        };
    }

    /// Lists the known cameras; `looking` starts a search.
    private void rebuild(List<CameraInfo> found, boolean looking) {
        ObservableList<MenuItem> items = getItems();
        items.clear();
        for (CameraInfo camera : found) {
            MenuItem item = new MenuItem(camera.name(), new FontIcon(MaterialDesignC.CAMERA));
            // An underscore in its name is none of ours.
            item.setMnemonicParsing(false);
            item.setOnAction(event -> opener.open(opener.cameras().of(camera)));
            items.addAll(item, new CameraMenu(camera, opener, texts));
        }
        if (found.isEmpty()) {
            String key = looking ? "source.looking" : "source.noCamera";
            items.add(new CustomMenuItem(Styled.as(new Label(texts.get(key)), "muted"), false));
        }
        items.add(new SeparatorMenuItem());
        items.add(
                item(
                        "source.demo",
                        MaterialDesignH.HUMAN_HANDSUP,
                        null,
                        () -> opener.open(new SourceSpec.Demo())));
        items.add(
                item(
                        "sample.menu",
                        MaterialDesignV.VIEW_GRID_OUTLINE,
                        null,
                        () -> samples.show(this)));
        items.add(
                item("source.file", MaterialDesignI.IMAGE_OUTLINE, "Shortcut+O", this::chooseFile));
        items.add(
                item(
                        "source.folder",
                        MaterialDesignF.FOLDER_OUTLINE,
                        "Shortcut+Shift+O",
                        this::chooseFolder));
        items.add(item("source.address", MaterialDesignW.WEB, "Shortcut+L", this::askAddress));
        recentMenu.getItems().clear();
        for (String recent : opener.recent()) {
            recentMenu.getItems().add(new TextItem(recent, () -> opener.open(recent)));
        }
        recentMenu.setDisable(recentMenu.getItems().isEmpty());
        items.add(recentMenu);
        if (looking)
            jobs.run(cameras, list -> rebuild(list, false), problem -> rebuild(List.of(), false));
    }

    private MenuItem item(String key, Ikon icon, @Nullable String shortcut, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key), new FontIcon(icon));
        if (shortcut != null) item.setAccelerator(KeyCombination.valueOf(shortcut));
        item.setOnAction(event -> action.run());
        return item;
    }

    public void chooseFile() {
        new FileDialog(getScene().getWindow(), texts.get("source.file"))
                .open()
                .ifPresent(file -> opener.open(file.toString()));
    }

    public void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("source.folder"));
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) opener.open(new SourceSpec.Folder(Path.of(folder.toString())));
    }

    public void askAddress() {
        new LineDialog(
                        shell,
                        getScene().getWindow(),
                        "source.address",
                        "source.address.prompt",
                        "http://")
                .showAndWait()
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .ifPresent(opener::open);
    }
}
