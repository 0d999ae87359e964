package org.hrscope;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrscope.capture.FrameSource;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;

/// The rules of the architecture, each with its reason.
class LawsTest {
    private static final int MOST_PARAMETERS = 6;
    private static final Pattern DECLARATION =
            Pattern.compile("^[a-z -]*\\b(class|interface|record|enum)\\b");
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.hrscope");

    @Test
    void dependenciesRunDownwardOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("entry")
                .definedBy("org.hrscope")
                .layer("front")
                .definedBy("org.hrscope.ui..", "org.hrscope.cli..")
                .layer("work")
                .definedBy(
                        "org.hrscope.batch..",
                        "org.hrscope.bundle..",
                        "org.hrscope.pipeline..",
                        "org.hrscope.ablation..",
                        "org.hrscope.convert..",
                        "org.hrscope.library..",
                        "org.hrscope.export..",
                        "org.hrscope.recording..",
                        "org.hrscope.motion..",
                        "org.hrscope.gesture..",
                        "org.hrscope.puppet..",
                        "org.hrscope.action..",
                        "org.hrscope.quantise..",
                        "org.hrscope.settings..",
                        "org.hrscope.teach..",
                        "org.hrscope.tuning..")
                .layer("parts")
                .definedBy(
                        "org.hrscope.capture..",
                        "org.hrscope.people..",
                        "org.hrscope.inference..",
                        "org.hrscope.hrnet..",
                        "org.hrscope.checkpoint..")
                .layer("ground")
                .definedBy(
                        "org.hrscope.onnx..",
                        "org.hrscope.pixels..",
                        "org.hrscope.natives..",
                        "org.hrscope.json..",
                        "org.hrscope.file..",
                        "org.hrscope.threads..")
                .layer("domain")
                .definedBy("org.hrscope.domain..")
                .whereLayer("entry")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("front")
                .mayOnlyBeAccessedByLayers("entry")
                .whereLayer("work")
                .mayOnlyBeAccessedByLayers("entry", "front")
                .whereLayer("parts")
                .mayOnlyBeAccessedByLayers("entry", "front", "work")
                .whereLayer("ground")
                .mayOnlyBeAccessedByLayers("entry", "front", "work", "parts")
                .check(HOUSE);
    }

    /// What both need lives below them; a command must run where there is no window system.
    @Test
    void commandsAndWindowDoNotMeet() {
        noClasses()
                .that()
                .resideInAPackage("org.hrscope.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hrscope.ui..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("org.hrscope.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hrscope.cli..")
                .check(HOUSE);
    }

    @Test
    void noPackageCycles() {
        slices().matching("org.hrscope.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    /// A library used in one package can be replaced by reading one package.
    @Test
    void oneLibraryLivesInOnePackage() {
        Map<String, String[]> ours =
                Map.of(
                        "javafx..", new String[] {"org.hrscope.ui.."},
                        "org.controlsfx..", new String[] {"org.hrscope.ui.."},
                        "org.kordamp..", new String[] {"org.hrscope.ui.."},
                        "ai.onnxruntime..", new String[] {"org.hrscope.inference.."},
                        "org.opencv..",
                                new String[] {
                                    "org.hrscope.pixels..",
                                    "org.hrscope.capture..",
                                    "org.hrscope.inference..",
                                    "org.hrscope.export..",
                                    "org.hrscope.recording.."
                                },
                        "org.bytedeco..",
                                new String[] {"org.hrscope.capture..", "org.hrscope.recording.."},
                        "picocli..", new String[] {"org.hrscope.cli..", "org.hrscope"},
                        "com.fasterxml..", new String[] {"org.hrscope.json.."},
                        "ai.onnx.proto..", new String[] {"org.hrscope.onnx.."},
                        "net.razorvine..", new String[] {"org.hrscope.checkpoint.."});
        Map<String, String[]> homes = new HashMap<>(ours);
        homes.put("org.commonmark..", new String[] {"org.hrscope.ui.markdown.."});
        homes.put("java.net.http..", new String[] {"org.hrscope.library.."});
        homes.forEach((library, packages) ->
                noClasses()
                        .that()
                        .resideOutsideOfPackages(packages)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library)
                        .allowEmptyShould(true)
                        .check(HOUSE));
    }

    /// A view model without a scene can be tested without a toolkit.
    @Test
    void viewModelsKnowNoScene() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    /// What they have in common is the selection: whoever knows another must be told of its changes by a third.
    @Test
    void viewModelsKnowNoOtherViewModel() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("ViewModel")
                .check(HOUSE);
    }

    /// What one test, window or run leaves in a static field, the next one finds there.
    @Test
    void noStaticMutableState() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveName("$VALUES")
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(
                        resideInAPackage("java.util.concurrent.atomic..")
                                .or(assignableTo(AbstractCollection.class))
                                .or(assignableTo(AbstractMap.class))
                                .or(assignableTo(ThreadLocal.class))
                                .or(assignableTo(StringBuilder.class)))
                .check(HOUSE);
    }

    /// What the window waits for without a bound may never come: a native call that hangs would freeze it.
    @Test
    void theWindowWaitsForNobodyForever() {
        noClasses()
                .that()
                .resideInAPackage("org.hrscope.ui..")
                .should()
                .callMethod(Thread.class, "join")
                .orShould()
                .callMethodWhere(
                        target(owner(assignableTo(Future.class)))
                                .and(target(nameMatching("get|join|resultNow")))
                                .and(target(rawParameterTypes(new Class<?>[0]))))
                .orShould()
                .callMethod(CountDownLatch.class, "await")
                .orShould()
                .callMethodWhere(
                        target(owner(assignableTo(BlockingQueue.class)))
                                .and(target(nameMatching("take|put"))))
                .check(HOUSE);
    }

    /// Such names say nothing about the class.
    @Test
    void noNamesThatSayNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils|Util|Manager|Helper|Impl)")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    /// Everything else goes to the log: a window has no console.
    @Test
    void nobodyPrintsOutsideTheCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.hrscope.cli..", "org.hrscope")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(HOUSE);
    }

    /// One door to the FX thread: if it is flooded, there is one place to look.
    @Test
    void runLaterHasOneHome() {
        noClasses()
                .that()
                .doNotHaveSimpleName("FxThread")
                .should()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    /// A dialog of its own would forget the ending, or that a file of the whole name is there already.
    @Test
    void filesAreSavedThroughOneDialog() {
        noClasses()
                .that()
                .doNotHaveSimpleName("FileDialog")
                .should()
                .callMethod("javafx.stage.FileChooser", "showSaveDialog", "javafx.stage.Window")
                .check(HOUSE);
    }

    /// A Mat over a buffer does not keep it: the garbage collector may free the memory while OpenCV works on it.
    @Test
    void buffersReachOpenCvThroughWhatKeepsThem() {
        noClasses()
                .that()
                .doNotHaveSimpleName("PixelMat")
                // FFmpeg's own memory, which no garbage collector frees.
                .and()
                .doNotHaveSimpleName("PaddedPicture")
                .should()
                .callConstructor(Mat.class, int.class, int.class, int.class, ByteBuffer.class)
                .orShould()
                .callConstructor(
                        Mat.class, int.class, int.class, int.class, ByteBuffer.class, long.class)
                .orShould()
                .callConstructor(Mat.class, int[].class, int.class, ByteBuffer.class)
                .orShould()
                .callConstructor(Mat.class, int[].class, int.class, ByteBuffer.class, long[].class)
                .check(HOUSE);
    }

    /// Without a locale, a computer set to Persian or to Arabic writes its own digits: into names of files that are
    /// read again, and into what is compared with the attributes of a network.
    private static final ArchRule NUMBERS =
            noClasses()
                    .should()
                    .accessTargetWhere(
                            DescribedPredicate.describe(
                                    "writes numbers as the computer does",
                                    access ->
                                            access.getTarget() instanceof CodeUnitAccessTarget to
                                                    && ofTheComputer(to)));

    private static boolean ofTheComputer(CodeUnitAccessTarget to) {
        JavaClass owner = to.getOwner();
        String name = to.getName();
        var types = to.getRawParameterTypes();
        boolean plain = !types.isEmpty() && types.getFirst().isEquivalentTo(String.class);
        if (owner.isEquivalentTo(MessageFormat.class))
            return name.equals(JavaConstructor.CONSTRUCTOR_NAME) && types.size() == 1;
        if (owner.isEquivalentTo(String.class))
            return name.equals("formatted") || name.equals("format") && plain;
        return owner.isAssignableTo(PrintStream.class) && name.matches("printf|format") && plain;
    }

    @Test
    void numbersAreWrittenAlikeOnEveryComputer() {
        NUMBERS.check(HOUSE);
    }

    /// Whichever way it is done.
    private static final class ComputersNumbers {
        private final String called = "%d".formatted(1);
        private final Function<Object[], String> bound = "%d"::formatted;
        private final BiFunction<String, Object[], String> unbound = String::format;
        private final Function<String, MessageFormat> made = MessageFormat::new;
        private final Function<String, String> told =
                each -> "" + System.out.printf(each) + called + bound + unbound;
    }

    @Test
    void thatLawSeesReferencesToo() {
        JavaClasses wrong = new ClassFileImporter().importClasses(ComputersNumbers.class);
        assertThat(NUMBERS.evaluate(wrong).getFailureReport().getDetails()).hasSize(5);
    }

    /// An unguarded thread dies silently, and the stage freezes or a command hangs.
    @Test
    void threadsHaveOneHome() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.hrscope.threads..")
                .should()
                .callConstructorWhere(target(owner(assignableTo(Thread.class))))
                .orShould()
                .callMethodWhere(
                        target(owner(type(Thread.class)))
                                .and(target(nameMatching("of.*|start.*|unstarted"))))
                .orShould()
                .dependOnClassesThat(
                        assignableTo(ExecutorService.class)
                                .or(type(Executors.class))
                                .or(type(Timer.class))
                                .or(assignableTo(Thread.Builder.class)))
                .orShould()
                .callMethodWhere(
                        target(owner(type(CompletableFuture.class)))
                                .and(target(nameMatching(".*Async"))))
                .check(HOUSE);
    }

    /// Every other loop would read ahead, end, be interrupted and give frames back in its own way.
    @Test
    void framesAreReadInOnePlace() {
        noClasses()
                .that()
                .areNotAssignableTo(FrameSource.class)
                .and()
                .doNotHaveSimpleName("FrameRun")
                .and()
                .doNotHaveSimpleName("SourcePlayer")
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(FrameSource.class)))
                                .and(target(nameMatching("next"))))
                .check(HOUSE);
    }

    /// A stranger finds any line in a minute.
    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        for (Path folder : javaFiles().stream().map(Path::getParent).distinct().toList()) {
            assertThat(folder.resolve("package-info.java")).exists();
        }
    }

    /// What it is, its thread, its units: not everybody who meets a type has read its package.
    @Test
    void everyTypeSaysWhatItIs() throws IOException {
        List<Path> silent =
                types().filter(
                                file -> {
                                    List<String> lines = lines(file);
                                    int at = 0;
                                    while (!DECLARATION.matcher(lines.get(at)).find()) at++;
                                    while (at > 0 && !lines.get(at - 1).isBlank()) at--;
                                    return !lines.get(at).startsWith("///");
                                })
                        .toList();
        assertThat(silent).isEmpty();
    }

    /// One idea per class: half of them fit on a screen, and nine of ten on two.
    @Test
    void classesStaySmall() throws IOException {
        List<Integer> sorted = types().map(LawsTest::codeLines).sorted().toList();
        assertThat(sorted.get(sorted.size() / 2)).isLessThan(60);
        assertThat(sorted.get(sorted.size() * 9 / 10)).isLessThan(137);
        assertThat(sorted.getLast()).isLessThanOrEqualTo(268);
        // What a class imports counts towards its package.
        List<Long> alone = types().map(LawsTest::linesOfItsOwn).sorted().toList();
        assertThat(alone.get(alone.size() * 9 / 10)).isLessThan(120);
    }

    /// Seven parameters are a record that has no name yet.
    @Test
    void sixParametersAreEnough() {
        List<String> tooMany =
                HOUSE.stream()
                        .filter(c -> !c.isRecord())
                        .flatMap(c -> c.getCodeUnits().stream())
                        .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(unit -> unit.getRawParameterTypes().size() > MOST_PARAMETERS)
                        .map(JavaCodeUnit::getFullName)
                        .toList();
        assertThat(tooMany).isEmpty();
    }

    /// A name must tell the reader what it is without a look at the imports. A nested type is qualified by its
    /// outer type, unless a top-level type has the same name.
    @Test
    void noPublicNameTwice() {
        Map<String, List<String>> homes =
                HOUSE.stream()
                        .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(c -> !c.isAnonymousClass())
                        .collect(
                                Collectors.groupingBy(
                                        JavaClass::getSimpleName,
                                        Collectors.mapping(
                                                JavaClass::getName, Collectors.toList())));
        homes.values()
                .removeIf(names ->
                        names.size() < 2 || names.stream().allMatch(name -> name.contains("$")));
        assertThat(homes).isEmpty();
    }

    /// Lines of code per package, imports included, blank lines and comments not. A package that outgrows its
    /// budget holds two ideas, or something that belongs elsewhere; raising a budget is a decision.
    private static final Map<String, Integer> BUDGETS =
            Map.ofEntries(
                    Map.entry("", 320),
                    Map.entry("cli", 4040),
                    Map.entry("ui", 33_340),
                    Map.entry("pipeline", 2690),
                    Map.entry("batch", 1520),
                    Map.entry("ablation", 1130),
                    Map.entry("bundle", 390),
                    Map.entry("teach", 1150),
                    Map.entry("tuning", 650),
                    Map.entry("export", 2210),
                    Map.entry("convert", 840),
                    Map.entry("recording", 1180),
                    Map.entry("library", 790),
                    Map.entry("settings", 240),
                    Map.entry("capture", 5610),
                    Map.entry("inference", 2280),
                    Map.entry("hrnet", 960),
                    Map.entry("checkpoint", 1440),
                    Map.entry("onnx", 1790),
                    Map.entry("pixels", 920),
                    Map.entry("quantise", 1500),
                    Map.entry("json", 520),
                    Map.entry("file", 1010),
                    Map.entry("natives", 470),
                    Map.entry("motion", 380),
                    Map.entry("gesture", 160),
                    Map.entry("puppet", 1850),
                    Map.entry("action", 1180),
                    Map.entry("people", 1650),
                    Map.entry("threads", 430),
                    Map.entry("domain", 640));

    @Test
    void packagesKeepTheirBudgets() throws IOException {
        Path root = Path.of("src/main/java/org/hrscope");
        Map<String, Integer> code = new TreeMap<>();
        for (Path file : javaFiles()) {
            Path within = root.relativize(file);
            String name = within.getNameCount() == 1 ? "" : within.getName(0).toString();
            code.merge(name, codeLines(file), Integer::sum);
        }
        assertThat(code.keySet()).isSubsetOf(BUDGETS.keySet());
        code.forEach(
                (name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(BUDGETS.get(name)));
    }

    private static int codeLines(Path file) {
        return (int) lines(file).stream().filter(LawsTest::isCode).count();
    }

    private static long linesOfItsOwn(Path file) {
        return lines(file).stream()
                .filter(LawsTest::isCode)
                .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
                .count();
    }

    private static boolean isCode(String line) {
        String text = line.strip();
        return !text.isEmpty() && !text.startsWith("//");
    }

    private static Stream<Path> types() throws IOException {
        return javaFiles().stream().filter(file -> !file.endsWith("package-info.java"));
    }

    private static List<Path> javaFiles() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
