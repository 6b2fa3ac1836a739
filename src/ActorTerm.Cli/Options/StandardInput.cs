namespace ActorTerm.Cli.Options;

/// <summary>What <c>-</c> stands for instead of a text.</summary>
internal static class StandardInput
{
    /// <summary>All of it, to its end.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more; a read that waits for a terminal or a pipe cannot be called off, and is left behind.</exception>
    public static Task<byte[]> ReadAsync(CancellationToken cancel) => Task.Run(Read, cancel).WaitAsync(cancel);

    private static byte[] Read()
    {
        using var bytes = new MemoryStream();
        Console.OpenStandardInput().CopyTo(bytes);
        return bytes.ToArray();
    }
}
