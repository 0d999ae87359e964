package org.hrscope;

import org.hrscope.cli.bench.StartProtocol;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.threads.GuardedThread;
import org.hrscope.ui.shell.StartListener;
import org.hrscope.ui.shell.WindowStart;

/// Prints a line when the window is up and when the first pose is shown, then exits: at once for `bench --startup`,
/// after some seconds for AOT cache training. Enabled by system properties, so that the command line is that of a
/// normal start. FX thread.
final class StartReport implements StartListener {
    private final double seconds;

    private StartReport(double seconds) {
        this.seconds = seconds;
    }

    /// The report requested for this process, or one that prints nothing.
    static StartListener asked() {
        String seconds = System.getProperty(StartProtocol.SECONDS);
        if (seconds == null) return NONE;
        if (Boolean.getBoolean(StartProtocol.EAGER)) {
            try {
                new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()).close();
            } catch (Problem broken) {
                throw new IllegalStateException(broken);
            }
        }
        return new StartReport(Double.parseDouble(seconds));
    }

    @Override
    public void windowShown() {
        System.out.println(StartProtocol.WINDOW);
    }

    @Override
    public void poseDrawn() {
        System.out.println(StartProtocol.POSE);
        GuardedThread.start("start report", this::end);
    }

    private void end() throws InterruptedException {
        Thread.sleep((long) (seconds * 1000));
        WindowStart.closeAll();
    }
}
