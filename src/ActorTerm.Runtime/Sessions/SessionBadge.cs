using ActorTerm.Language;
using ActorTerm.Runtime.Invocations;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>The variable <c>badge</c>: an interpolated string kept true, from the profile's Badge Text or from the program; unset while it is empty.</summary>
internal sealed class SessionBadge
{
    private readonly ScopeOwner _variables;
    private readonly IOwnsLiveStrings _strings;
    private LiveString? _text;             // most sessions have none

    /// <param name="format">Of the profile.</param>
    public SessionBadge(ScopeOwner variables, IOwnsLiveStrings strings, string format)
    {
        _variables = variables;
        _strings = strings;
        ByProfile(format);
    }

    /// <summary>The program chose what it says, so it must not be told what that reads: it would learn any variable.</summary>
    public bool IsByProgram { get; private set; }

    public void ByProfile(string format)
    {
        IsByProgram = false;
        Follow(format);
    }

    /// <summary>OSC 1337 SetBadgeFormat. Variables are read; a format that calls functions changes nothing.</summary>
    /// <returns>Whether it was taken.</returns>
    public bool TryByProgram(string format)
    {
        if (_strings.LiveStrings.Texts.TryParseInterpolatedString(format, InterpolationMode.Lax, out var parsed, out _) && parsed.HasCalls) return false;

        IsByProgram = true;
        Follow(format);
        return true;
    }

    private void Follow(string format)
    {
        if (format.Length == 0 && _text is null) return;

        _text ??= _strings.LiveStrings.Add(_variables.Scope, [new VariableKey(_variables.Scope, "badge")], Show);
        _text.SetFormat(format);
    }

    private void Show(string text) => _variables.Set("badge", text.Length > 0 ? Value.Of(text) : Value.Null);
}
