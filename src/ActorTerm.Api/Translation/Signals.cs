using System.Globalization;
using ActorTerm.Pty;

namespace ActorTerm.Api.Translation;

/// <summary>Signals by name or number, as kill(1) takes them: <c>SIGINT</c>, <c>INT</c>, <c>2</c>.</summary>
internal static class Signals
{
    private const int Last = 64;

    public static bool TryParse(string text, out int number)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)) return number is >= 1 and <= Last;

        var name = text.StartsWith("SIG", StringComparison.OrdinalIgnoreCase) ? text : "SIG" + text;
        number = Enumerable.Range(1, Last).FirstOrDefault(one => NameOf(one).Equals(name, StringComparison.OrdinalIgnoreCase));
        return number > 0;
    }

    public static string NameOf(int number) => PtySignal.NameOf(number);
}
