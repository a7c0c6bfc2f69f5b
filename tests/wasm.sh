# The standard library for WebAssembly, and cargo for that target. Sourced by tests/run.
#
# Taken from, in this order: the toolchain, when the target is installed; rustup; Debian's package `rust-src` of exactly
# the compiler's version, from which cargo builds the library (for machines that cannot download toolchains). The package
# is built with a library made for it, smaller, wherever the source can be had.

wasm_target=wasm32-unknown-unknown

# Makes sure that there is a standard library, and says which one is taken.
wasm_std() {
  local sysroot
  sysroot=$(rustc --print sysroot)
  if [[ ${LOKMIN_WASM_STD:-} == debian-source ]]; then
    debian_source "$sysroot"
  elif [[ -d $sysroot/lib/rustlib/$wasm_target/lib ]]; then
    echo "WebAssembly standard library: the toolchain has it"
  elif timeout 300 rustup target add "$wasm_target" >target/logs/rustup.log 2>&1; then
    echo "WebAssembly standard library: added by rustup"
  else
    debian_source "$sysroot"
  fi
}

# Runs cargo for WebAssembly: wasm_cargo COMMAND ARGUMENTS...
wasm_cargo() {
  local command=$1
  shift
  if wasm_std_is_built; then
    # Its own target folder: RUSTC_BOOTSTRAP is part of what cargo compares, and would have everything built again.
    RUSTC_BOOTSTRAP=1 cargo "$command" --target "$wasm_target" --target-dir target/wasm-std \
      -Zbuild-std=std,panic_abort "$@"
  else
    cargo "$command" --target "$wasm_target" "$@"
  fi
}

# What makes the package smaller: a panic is a trap without a text, as nothing reads the texts in a browser; no places in the
# source, no `Debug`.
wasm_small_flags="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none"

# Finds the source of the standard library, and says which one is taken: with it the package is built smaller.
wasm_source() {
  local sysroot
  if ! wasm_compiler_can_be_small; then
    echo "The package is built with the library as it comes, and is larger: this compiler has no $wasm_small_flags"
    return
  fi
  sysroot=$(rustc --print sysroot)
  if wasm_has_source "$sysroot"; then
    echo "Source of the standard library: $sysroot"
  elif timeout 300 rustup component add rust-src >target/logs/rustup-source.log 2>&1 && wasm_has_source "$sysroot"; then
    echo "Source of the standard library: added by rustup"
  elif debian_source "$sysroot" && wasm_has_source "$sysroot"; then
    echo "Source of the standard library: Debian's package"
  else
    echo "Source of the standard library: none, so the package is built with the library as it comes, and is larger"
  fi
}

wasm_has_source() {
  [[ -e $1/lib/rustlib/src/rust/library/Cargo.lock ]]
}

# Older compilers do not know every flag.
wasm_compiler_can_be_small() {
  # shellcheck disable=SC2086 # several words
  RUSTC_BOOTSTRAP=1 rustc $wasm_small_flags --print cfg >/dev/null 2>&1
}

# Whether the package is built with a standard library of its own.
wasm_is_small() {
  wasm_has_source "$(rustc --print sysroot)" && wasm_compiler_can_be_small
}

# Builds with a standard library of its own where that can be done, else as wasm_cargo builds.
wasm_build_small() {
  if wasm_is_small; then
    RUSTC_BOOTSTRAP=1 RUSTFLAGS="$wasm_small_flags" \
      cargo build --target "$wasm_target" --target-dir target/wasm-small \
      -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size "$@"
  else
    wasm_cargo build "$@"
  fi
}

# Prints the folder that wasm_build_small builds into.
wasm_small_dir() {
  if wasm_is_small; then echo "target/wasm-small/$wasm_target"; else wasm_target_dir; fi
}

# Prints the folder that wasm_cargo builds into.
wasm_target_dir() {
  if wasm_std_is_built; then echo "target/wasm-std/$wasm_target"; else echo "target/$wasm_target"; fi
}

wasm_std_is_built() {
  [[ ${LOKMIN_WASM_STD:-} == debian-source || ! -d $(rustc --print sysroot)/lib/rustlib/$wasm_target/lib ]]
}

# Puts the source of the standard library where cargo looks for it.
debian_source() {
  local source=$1/lib/rustlib/src/rust version unpacked
  version=$(rustc --version | cut -d' ' -f2)
  unpacked=$PWD/target/rust-src/usr/src/rustc-$version
  if [[ -e $source/library/Cargo.lock && $(readlink -f "$source") != "$(readlink -f "$unpacked")" ]]; then
    echo "WebAssembly standard library: built from the source in $source"
    return
  fi
  if [[ ! -e $unpacked/library/Cargo.lock ]]; then
    download_debian_source "$version" || return 1
  fi
  mkdir -p "$(dirname "$source")"
  ln -sfn "$unpacked" "$source"
  echo "WebAssembly standard library: built from Debian's rust-src $version"
}

# Downloads and unpacks `rust-src` with lists and a cache of its own: nothing is installed, nothing configured.
download_debian_source() (
  version=$1
  mkdir -p target/apt/lists/partial target/apt/cache/archives/partial target/rust-src
  cd target/apt
  keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  echo "deb [signed-by=$keyring] $(debian_mirror) trixie-backports main" >sources.list
  options=(
    -o Dir::Etc::SourceList="$PWD/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o Dir::State::Lists="$PWD/lists" -o Dir::Cache="$PWD/cache"
    -o APT::Sandbox::User=root # the folder need not be open to apt's own user
  )
  apt-get "${options[@]}" --quiet update
  package=$(apt-cache "${options[@]}" madison rust-src | awk -v v="$version+" 'index($3, v) == 1 { print $3; exit }')
  if [[ -z $package ]]; then
    echo "there is no Debian package rust-src $version" >&2
    return 1
  fi
  apt-get "${options[@]}" --quiet download "rust-src=$package"
  dpkg-deb -x rust-src_*.deb ../rust-src
  rm -f rust-src_*.deb
)

# Prints the Debian mirror that this machine's apt uses, or else the public one.
debian_mirror() {
  local mirror
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' 2>/dev/null | sort -u | head -n 1)
  echo "${mirror:-http://deb.debian.org/debian}"
}
