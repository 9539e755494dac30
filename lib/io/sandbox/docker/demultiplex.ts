const HEADER = 8;

/**
 * Splits Docker's stream into its channels (1 standard output, 2 standard error), however it was cut into chunks. Not the
 * one of docker-modem: that recurses once a frame, so a program that writes single bytes could overflow our stack.
 */
export function demultiplexer(deliver: (channel: number, bytes: Buffer) => void): (chunk: Buffer) => void {
  const header = Buffer.alloc(HEADER);
  let held = 0;
  let left = 0;
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      if (left > 0) {
        const part = chunk.subarray(at, at + left);
        deliver(header[0]!, part);
        at += part.length;
        left -= part.length;
        continue;
      }
      const taken = chunk.copy(header, held, at, at + HEADER - held);
      held += taken;
      at += taken;
      if (held < HEADER) return;
      held = 0;
      left = header.readUInt32BE(4);
    }
  };
}
