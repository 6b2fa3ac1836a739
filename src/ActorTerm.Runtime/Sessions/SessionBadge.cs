using ActorTerm.Language;
using ActorTerm.Runtime.Invocations;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>The variable <c>badge</c>: an interpolated string kept true, from the profile's Badge Text or from the program; unset while it is empty.</summary>
internal sealed class SessionBadge
{
    private readonly ScopeOwner _variables;
    private readonly LanguageLimits _limits;
    private readonly LiveString _text;

    /// <param name="format">Of the profile.</param>
    public SessionBadge(ScopeOwner variables, LiveStrings strings, string format)
    {
        _variables = variables;
        _limits = strings.Limits;
        _text = strings.Add(variables.Scope, [new VariableKey(variables.Scope, "badge")], Show);
        _text.SetFormat(format);
    }

    /// <summary>The program chose what it says, so it must not be told what that reads: it would learn any variable.</summary>
    public bool IsByProgram { get; private set; }

    public void ByProfile(string format)
    {
        IsByProgram = false;
        _text.SetFormat(format);
    }

    /// <summary>OSC 1337 SetBadgeFormat. Variables are read; a format that calls functions changes nothing (spec: session-runtime, section 6).</summary>
    /// <returns>Whether it was taken.</returns>
    public bool TryByProgram(string format)
    {
        if (InvocationParser.TryParseInterpolatedString(format, InterpolationMode.Lax, _limits, out var parsed, out _) && parsed.HasCalls) return false;

        IsByProgram = true;
        _text.SetFormat(format);
        return true;
    }

    private void Show(string text) => _variables.Set("badge", text.Length > 0 ? Value.Of(text) : Value.Null);
}
