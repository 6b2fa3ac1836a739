using System.Globalization;

namespace ActorTerm.Actors.Event;

/// <summary>A template and its arguments, made a text when somebody reads it.</summary>
internal sealed class LogMessage(ILogMessageFormatter? formatter, string format, object?[] args)
{
    public override string ToString()
    {
        try
        {
            return formatter is null ? string.Format(CultureInfo.InvariantCulture, format, args) : formatter.Format(format, args!);
        }
        catch (FormatException)
        {
            return $"{format} [{string.Join(", ", args)}]";   // a bad template must not lose the message
        }
    }
}
