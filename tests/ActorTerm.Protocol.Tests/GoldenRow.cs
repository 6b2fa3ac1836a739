using Google.Protobuf;

namespace ActorTerm.Protocol.Tests;

/// <summary>One row of a table in Golden/: a name, a message in protobuf's text form, and the bytes that protoc makes of it.</summary>
public sealed record GoldenRow(string Table, string Name, string Text, byte[] Bytes)
{
    private static readonly string[] Tables =
    [
        "requests", "responses", "notifications", "host-requests", "host-responses", "host-notifications",
    ];

    public static IReadOnlyList<GoldenRow> All { get; } = [.. Tables.SelectMany(Read)];

    public bool IsRequest => Table.EndsWith("requests", StringComparison.Ordinal);

    public MessageParser Parser => IsRequest ? ClientOriginatedMessage.Parser : ServerOriginatedMessage.Parser;

    public IMessage Message => TextForm.Read(Parser.ParseFrom([]), Text);

    public override string ToString() => $"{Table}: {Name}";

    private static IEnumerable<GoldenRow> Read(string table)
    {
        using var stream = typeof(GoldenRow).Assembly.GetManifestResourceStream($"{table}.golden")!;
        var rows = new StreamReader(stream).ReadToEnd().Split("\n= ").Skip(1);
        foreach (var row in rows)
        {
            var lines = row.Split('\n');
            var hex = string.Concat(lines.Where(line => line.StartsWith('>')).Select(line => line[1..]));
            yield return new GoldenRow(table, lines[0], lines[1], Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));
        }
    }
}
