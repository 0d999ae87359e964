/// How every file of ours comes to be: whole, or not at all.
@NullMarked
package org.hrscope.file;

import org.jspecify.annotations.NullMarked;
