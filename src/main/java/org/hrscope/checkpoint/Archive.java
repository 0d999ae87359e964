package org.hrscope.checkpoint;

import java.nio.ByteBuffer;

/// One of PyTorch's two ways to put an object and its storages into a file.
interface Archive {
    /// What the pickle built, its tensors still windows into storages that are only named.
    Object root();

    /// All bytes of a storage, in the order they were written in.
    ByteBuffer bytes(StorageRef storage);
}
