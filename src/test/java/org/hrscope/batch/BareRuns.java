package org.hrscope.batch;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.hrscope.threads.Workers;

/// Sessions of one bundled network as ONNX Runtime makes them, run side by side on noise, and nothing around them.
final class BareRuns implements AutoCloseable {
    private final List<OrtSession> sessions = new ArrayList<>();
    private final Map<String, OnnxTensor> input;
    private final Workers workers;

    /// @param threads of each session
    BareRuns(String network, int sessions, int threads) throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        byte[] bytes;
        try (InputStream file =
                BareRuns.class.getResourceAsStream("/models/" + network + ".onnx")) {
            bytes = file.readAllBytes();
        }
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            for (int i = 0; i < sessions; i++) {
                this.sessions.add(environment.createSession(bytes, options));
            }
        }
        String name = this.sessions.getFirst().getInputNames().iterator().next();
        TensorInfo info = (TensorInfo) this.sessions.getFirst().getInputInfo().get(name).getInfo();
        long[] shape = info.getShape();
        int count = 1;
        for (long size : shape) count *= Math.toIntExact(Math.abs(size));
        FloatBuffer values =
                ByteBuffer.allocateDirect(count * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        Random random = new Random(1);
        for (int i = 0; i < count; i++) values.put(i, (float) random.nextGaussian());
        for (int i = 0; i < shape.length; i++) shape[i] = Math.abs(shape[i]);
        input = Map.of(name, OnnxTensor.createTensor(environment, values, shape));
        workers = new Workers("bare", sessions);
    }

    /// Nanoseconds for that many runs, shared out.
    long nanos(long runs) throws Exception {
        long begin = System.nanoTime();
        List<CompletableFuture<Long>> shares = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            long share = (runs + i) / sessions.size();
            OrtSession session = sessions.get(i);
            shares.add(workers.submit(() -> run(session, share)));
        }
        for (CompletableFuture<Long> share : shares) Workers.await(share);
        return System.nanoTime() - begin;
    }

    private long run(OrtSession session, long runs) throws OrtException {
        for (long i = 0; i < runs; i++) session.run(input).close();
        return runs;
    }

    @Override
    public void close() throws OrtException {
        workers.close();
        input.values().forEach(OnnxTensor::close);
        for (OrtSession session : sessions) session.close();
    }
}
