using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorTerm.Language;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;

namespace ActorTerm.Runtime.Functions;

/// <summary>What is registered, by whom; decides whether a registration is taken. Owners are only compared.</summary>
internal sealed class FunctionTable(FunctionSettings settings)
{
    private const string ReservedNameSpace = "iterm2.";

    private readonly Dictionary<FunctionSignature, FunctionEntry> _entries = [];
    private readonly Dictionary<IActorRef, HashSet<FunctionEntry>> _byOwner = [];

    public IEnumerable<FunctionEntry> Entries => _entries.Values;

    /// <summary>Takes it into the table, or says why not; then nothing has changed.</summary>
    public FunctionEntry? Register(Registration registration, DateTimeOffset now, out RegistrationRefused? refusal)
    {
        refusal = Check(registration, now, out var entry);
        if (refusal is not null) return null;

        _entries.Add(entry!.Signature, entry);
        ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(_byOwner, entry.Owner, out _);
        (own ??= []).Add(entry);
        return entry;
    }

    /// <summary>Null when this owner has no such function.</summary>
    public FunctionEntry? Unregister(FunctionSignature signature, IActorRef owner)
    {
        if (!_entries.TryGetValue(signature, out var entry) || !entry.Owner.Equals(owner)) return null;

        _entries.Remove(signature);
        var own = _byOwner[owner];
        own.Remove(entry);
        if (own.Count == 0) _byOwner.Remove(owner);
        return entry;
    }

    /// <summary>Takes out everything the owner registered.</summary>
    public IReadOnlyCollection<FunctionEntry> UnregisterAll(IActorRef owner)
    {
        if (!_byOwner.Remove(owner, out var own)) return [];

        foreach (var entry in own) _entries.Remove(entry.Signature);
        return own;
    }

    public bool Knows(IActorRef owner) => _byOwner.ContainsKey(owner);

    private RegistrationRefused? Check(Registration registration, DateTimeOffset now, out FunctionEntry? entry)
    {
        entry = null;
        if (Complaint(registration) is { } complaint) return new RegistrationRefused(RegistrationRefusal.Malformed, complaint);

        var signature = new FunctionSignature(registration.FullName, registration.Arguments);
        if (_entries.TryGetValue(signature, out var first))
            return new RegistrationRefused(RegistrationRefusal.Duplicate, $"{signature} is registered already, by {first.OwnerName}");
        if (_byOwner.TryGetValue(registration.Owner, out var own) && own.Count >= settings.MaxPerConnection)
            return new RegistrationRefused(RegistrationRefusal.TooMany,
                $"this connection has {own.Count} functions, as many as it may (actorterm.functions.max-registrations-per-connection)");

        var defaults = signature.Arguments.Select(argument => Default(registration, argument)).ToImmutableArray();
        entry = new FunctionEntry(registration, signature, defaults, registration.Timeout ?? settings.Timeout) { RegisteredAt = now };
        return null;
    }

    private string? Complaint(Registration registration)
    {
        var arguments = registration.Arguments;
        if (!registration.FullName.Split('.').All(FunctionSignature.IsValidName))
            return $"\"{registration.FullName}\" is no function name: ASCII letters, digits and _ only";
        if (registration.FullName.StartsWith(ReservedNameSpace, StringComparison.Ordinal))
            return $"\"{registration.FullName}\": the name space iterm2 belongs to the host";
        if (arguments.Count > settings.MaxArguments)
            return $"{arguments.Count} arguments, at most {settings.MaxArguments} are allowed (actorterm.functions.max-arguments)";
        if (arguments.FirstOrDefault(argument => !FunctionSignature.IsValidName(argument)) is { } bad)
            return $"\"{bad}\" is no argument name: ASCII letters, digits and _ only";
        if (arguments.GroupBy(argument => argument).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return $"argument \"{twice.Key}\" is named twice";

        return registration.Defaults.Select(DefaultComplaint).FirstOrDefault(complaint => complaint is not null)
            ?? registration.Defaults.GroupBy(one => one.Argument).Where(group => group.Count() > 1)
                .Select(group => $"argument \"{group.Key}\" has two defaults").FirstOrDefault();

        string? DefaultComplaint(FunctionDefault one)
        {
            if (!arguments.Contains(one.Argument)) return $"there is a default for \"{one.Argument}\", which is no argument";
            return VariablePath.TryParse(one.Path, out _) ? null : $"\"{one.Path}\", the default of \"{one.Argument}\", is no variable's path";
        }
    }

    private static VariablePath? Default(Registration registration, string argument)
    {
        foreach (var one in registration.Defaults)
            if (one.Argument == argument && VariablePath.TryParse(one.Path, out var path)) return path;
        return null;
    }
}
